package org.multicloudmirror.mirror.task;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.multicloudmirror.storage.StoreException;

/** Why something failed, in one line for a person: no name of a class or of a method. */
public final class Reason {

    private static final String OURS = "an error of this program: run it with --debug, and report what that logs";

    private static final String OUR_CLASSES = "org.multicloudmirror.";

    private Reason() {}

    /**
     * The first message of a chain of causes that is one of this program's own, which names the place and the remedy; with
     * what the innermost cause says, unless it says that as well. Where there is none, the innermost cause alone.
     */
    public static String of(Throwable failure) {
        String own = null;
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (own == null && isOurs(cause)) {
                own = String.valueOf(cause.getMessage());
                if (cause instanceof StoreException) {
                    return own; // in it is what it was made of
                }
            }
            innermost = cause;
            if (cause instanceof NoClassDefFoundError) {
                break; // its cause only repeats the name
            }
        }
        return StoreException.oneLine(own == null ? inWords(innermost) : both(own, innermost));
    }

    /** Others who wrap a failure repeat it, with the name of its class in front. */
    private static boolean isOurs(Throwable failure) {
        String message = failure.getMessage();
        Throwable cause = failure.getCause();
        return message != null
                && (cause == null || !message.equals(cause.toString()))
                && (failure instanceof UncheckedIOException
                        || failure.getClass().getName().startsWith(OUR_CLASSES));
    }

    private static String both(String own, Throwable innermost) {
        String why = innermost instanceof FileSystemException file ? problem(file) : inWords(innermost);
        return why.equals(OURS) || own.contains(why) ? own : own + " (" + why + ")";
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
