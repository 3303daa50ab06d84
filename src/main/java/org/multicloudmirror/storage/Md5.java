package org.multicloudmirror.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5: the proof that both protocols speak, not a protection against forgery. */
public final class Md5 {

    private Md5() {}

    /** One that has seen nothing yet. */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    /** One that goes on from where this one is. */
    public static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's MD5 can be copied", e);
        }
    }
}
