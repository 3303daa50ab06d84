package org.multicloudmirror.driver.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The encoding that a listing may have ({@code encoding-type=url}): that of HTML forms. */
final class FormDecoding {

    private FormDecoding() {}

    /** What a text stands for; the text itself where it is not encoded. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
