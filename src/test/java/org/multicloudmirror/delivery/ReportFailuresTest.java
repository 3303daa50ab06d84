package org.multicloudmirror.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which failures of a mail are the last. */
class ReportFailuresTest {

    private static final int LONG = 3600;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(camel);
    private final ReportFailures failures = new ReportFailures(null);

    @AfterEach
    void close() throws IOException {
        camel.close();
    }

    @Test
    void aMailThatNobodyGotIsTriedAgain() throws AddressException {
        assertThat(failures.isOver(new MessagingException("it is down"), exchange, LONG))
                .isFalse();
        assertThat(failures.isOver(failure(), exchange, LONG)).isFalse();
    }

    @Test
    void oneThatSomebodyGotIsNot() throws AddressException {
        assertThat(failures.isOver(failure("ann@example.org"), exchange, LONG)).isTrue();
    }

    @Test
    void norIsOneWhoseTimeIsOver() {
        assertThat(failures.isOver(new MessagingException("it is down"), exchange, 0))
                .isTrue();
    }

    private static SendFailedException failure(String... arrived) throws AddressException {
        return new SendFailedException(
                "550",
                null,
                InternetAddress.parse(String.join(",", arrived)),
                new Address[0],
                InternetAddress.parse("joe@example.org"));
    }
}
