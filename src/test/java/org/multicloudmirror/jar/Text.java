package org.multicloudmirror.jar;

/**
 * A licence or a notice.
 *
 * @param name that of its file
 */
record Text(String name, String text) {

    /** What is the same but for white space is equal in this. */
    String words() {
        return text.strip().replaceAll("\\s+", " ");
    }
}
