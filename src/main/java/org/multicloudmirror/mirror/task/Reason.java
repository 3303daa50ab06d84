package org.multicloudmirror.mirror.task;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.multicloudmirror.storage.StoreException;

/** Why something failed, in one line for a person: no name of a class or of a method. */
public final class Reason {

    private static final String OURS = "an error of this program: run it with --debug, and report what that logs";

    private Reason() {}

    /** The message of the store's own error in a chain of causes, or else what the innermost cause says. */
    public static String of(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException && cause.getMessage() != null) {
                return cause.getMessage();
            }
            innermost = cause;
            if (cause instanceof NoClassDefFoundError) {
                break; // its cause only repeats the name
            }
        }
        return StoreException.oneLine(inWords(innermost));
    }

    private static String inWords(Throwable failure) {
        if (failure instanceof FileSystemException file) {
            return file.getFile() + ": " + problem(file);
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory: give Java more (-Xmx), or lower --process or --parts";
        }
        if (failure instanceof StackOverflowError) {
            return "nested too deeply";
        }
        if (failure instanceof NoClassDefFoundError && failure.getMessage() != null) {
            return "the class " + failure.getMessage().replace('/', '.')
                    + " is missing: put the jar that has it into lib/";
        }
        if (failure instanceof LinkageError) {
            return "the installation is not whole: " + failure.getMessage();
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() || isSlip(failure) ? OURS : message;
    }

    private static String problem(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of this name is in the way";
        }
        return failure.getReason() == null ? "the file cannot be read or written" : failure.getReason();
    }

    /** What Java itself says of a slip in the code names classes, and tells a user nothing. */
    private static boolean isSlip(Throwable failure) {
        return failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof AssertionError;
    }
}
