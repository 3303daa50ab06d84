package org.multicloudmirror.settings;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a setting must look like that is never shown. */
public sealed interface SecretKind extends SettingKind {

    @Override
    default boolean isSecret(String text) {
        return true;
    }

    /** Any text, never shown. */
    record Secret() implements SecretKind {
        @Override
        public Optional<String> complaint(String text) {
            return Optional.empty();
        }
    }

    /** What posts are signed with: any text, or {@code whsec_} and the base64 of the key; never shown. */
    record SigningSecret() implements SecretKind {

        private static final String BASE64 = "whsec_";
        private static final String WANTED = "the base64 of the key behind whsec_, or a text that begins otherwise";

        @Override
        public Optional<String> complaint(String text) {
            try {
                return text.startsWith(BASE64)
                                && Base64.getDecoder().decode(text.substring(BASE64.length())).length == 0
                        ? Optional.of(WANTED)
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.of(WANTED);
            }
        }

        @Override
        public String fault(String text) {
            return "begins with whsec_, and no base64 follows";
        }
    }

    /** A URL that may have a login in it; who reads it complains of it, without repeating it. */
    record UrlWithLogin() implements SecretKind {
        @Override
        public Optional<String> complaint(String text) {
            return Optional.empty();
        }

        @Override
        public boolean isSecret(String text) {
            return text.contains("@");
        }
    }

    /** An address that is never shown: who knows it may post there. */
    record SecretUrl() implements SecretKind {

        private static final Pattern FORM = Pattern.compile("(?i)https?://[^\\s/?#@]+([/?][!-~&&[^#]]*)?");
        private static final Pattern START = Pattern.compile("(?i)https?://");
        private static final Pattern USER = Pattern.compile("(?i)https?://[^/?#]*@");

        @Override
        public Optional<String> complaint(String text) {
            return FORM.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of("a URL such as https://host[:port]/path, without a user or # in it, or file: and the"
                            + " absolute path of a file that has it");
        }

        @Override
        public String fault(String text) {
            if (!START.matcher(text).lookingAt()) {
                return text.isEmpty() ? "is empty" : "does not begin with https:// or http://";
            }
            if (USER.matcher(text).lookingAt()) {
                return "has a user in it";
            }
            return text.contains("#") ? "has a # in it" : "has no host, or a character that no URL has";
        }
    }
}
