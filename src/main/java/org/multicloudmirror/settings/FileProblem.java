package org.multicloudmirror.settings;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file of the user's cannot be read, in a few words. */
public final class FileProblem {

    private FileProblem() {}

    /** The words; no name of a class, and nothing of what the file holds. */
    public static String words(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return "it is no directory";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        String told = failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
        return told == null || told.isBlank() ? "it is no text file" : told;
    }
}
