package org.multicloudmirror.settings;

/** A setting that cannot be used. The message names it, its place, its value (unless secret) and the remedy. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String message) {
        super(message);
    }
}
