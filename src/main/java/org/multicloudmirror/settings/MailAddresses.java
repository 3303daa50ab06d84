package org.multicloudmirror.settings;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * Addresses of mail as RFC 5322 has them, with or without a name, or none; several are separated by commas.
 *
 * @param most how many
 */
record MailAddresses(int most) implements SettingKind {

    @Override
    public Optional<String> complaint(String text) {
        return text.isEmpty() || areUsable(text) ? Optional.empty() : Optional.of(wanted());
    }

    private boolean areUsable(String text) {
        try {
            // the mail takes semicolons, too
            int found = InternetAddress.parse(text.replace(';', ','), true).length;
            return found > 0 && found <= most;
        } catch (AddressException e) {
            return false;
        }
    }

    private String wanted() {
        return "an address such as joe@example.com or Joe <joe@example.com>"
                + (most > 1 ? "; several are separated by commas" : "");
    }
}
