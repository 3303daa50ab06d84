"""Writes the rings of a one-disk Swift.

usage: rings.py DIRECTORY KIND=PORT...
"""
import sys

from swift.common import utils

directory = sys.argv[1]
utils.set_swift_dir(directory)

from swift.common.ring import RingBuilder  # noqa: E402 (reads swift.conf when imported)

for kind, port in (argument.split('=') for argument in sys.argv[2:]):
    builder = RingBuilder(part_power=4, replicas=1, min_part_hours=0)
    builder.add_dev({'region': 1, 'zone': 1, 'device': 'disk', 'weight': 1, 'meta': '',
                     'ip': '127.0.0.1', 'port': int(port),
                     'replication_ip': '127.0.0.1', 'replication_port': int(port)})
    builder.rebalance()
    builder.get_ring().save('%s/%s.ring.gz' % (directory, kind))
