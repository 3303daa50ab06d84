"""Runs one of Swift's own programs with the swift.conf of another directory.

usage: launch.py DIRECTORY PROGRAM [ARGUMENT]...

The option swift_dir moves only the rings: hash salt and limits always come from /etc/swift/swift.conf. So the directory
has to change before the modules that read that file are imported.
"""
import runpy
import sys

from swift.common import utils

sys.dont_write_bytecode = True  # the pipeline takes a module from this directory
directory, program = sys.argv[1:3]
utils.set_swift_dir(directory)
sys.argv = sys.argv[2:]
runpy.run_path(program, run_name='__main__')
