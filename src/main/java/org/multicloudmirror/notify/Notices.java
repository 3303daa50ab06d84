package org.multicloudmirror.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.multicloudmirror.delivery.Delivery;
import org.multicloudmirror.delivery.HostName;
import org.multicloudmirror.http.HttpBody;
import org.multicloudmirror.http.HttpCall;
import org.multicloudmirror.http.HttpFailure;
import org.multicloudmirror.http.HttpRoute;
import org.multicloudmirror.report.ReportMessage;
import org.multicloudmirror.settings.NoticeProperty;
import org.multicloudmirror.settings.NoticeSettings;
import org.multicloudmirror.settings.RunSettings;
import org.multicloudmirror.settings.Settings;
import org.multicloudmirror.settings.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the routes do with webhooks and pings: who is due, what is said, and one attempt to say it. */
public final class Notices {

    /** The notice that an exchange is about, beside the text of its body. */
    private static final String NOTICE = "MirrorNotice";

    /** So long at most is waited because the other side asks for it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** With less than this left, an attempt is of no use. */
    private static final Duration LEAST = Duration.ofMillis(200);

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Supplier<HttpRoute> route;
    private final Duration most;

    /**
     * @param route how connections are made, as it is when one is
     * @param most how long a notice may take, with all its attempts
     */
    public Notices(Supplier<HttpRoute> route, Duration most) {
        this.route = route;
        this.most = most;
    }

    /** The webhooks that are due to be told. */
    public List<Notice> webhooks(Delivery delivery) {
        NoticeSettings settings = new NoticeSettings(delivery.settings());
        return settings.webhooks().stream()
                .filter(name -> isDue(delivery, settings.text(NoticeProperty.WHEN, name)))
                .map(name -> Notice.webhook(name, settings, delivery))
                .toList();
    }

    private static boolean isDue(Delivery delivery, String when) {
        return when.isEmpty() || delivery.isDue(when);
    }

    /** The pings at the end of a run. */
    public List<Notice> pings(Delivery delivery) {
        return pings(
                delivery.settings(), delivery.isFailure() ? NoticeProperty.PING_FAILURE : NoticeProperty.PING_SUCCESS);
    }

    /** The pings at its start. */
    public List<Notice> startPings(Settings settings) {
        return pings(settings, NoticeProperty.PING_START);
    }

    private static List<Notice> pings(Settings settings, NoticeProperty when) {
        NoticeSettings notices = new NoticeSettings(settings);
        return notices.pings().stream()
                .map(name -> Notice.ping(name, notices, when))
                .toList();
    }

    /** Turns a message whose body is a notice into what is said; a ping says nothing. */
    public void compose(Exchange exchange) {
        Notice notice = exchange.getMessage().getBody(Notice.class);
        notice.begin();
        exchange.setProperty(NOTICE, notice);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage()
                .setBody(notice.delivery()
                        .map(delivery -> text(notice, delivery))
                        .orElse(null));
    }

    private static String text(Notice notice, Delivery delivery) {
        ReportMessage message = new ReportMessage(
                delivery.report(),
                delivery.isRecovery(),
                RunSettings.nameOf(delivery.settings()),
                HostName.ours(),
                Version.current());
        return notice.setting(NoticeProperty.FORM).equals("slack") ? message.slack() : message.json(notice.id());
    }

    /**
     * Sends the body to where the notice goes.
     *
     * @throws IOException when it failed for now
     * @throws RefusedNoticeException when there is no use in trying again
     */
    public void send(Exchange exchange) throws IOException {
        Notice notice = exchange.getProperty(NOTICE, Notice.class);
        exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
        try {
            Address address = notice.address().orElse(null);
            if (address != null) {
                send(notice, address, exchange);
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedNoticeException(notice + ": " + e.getMessage());
        }
    }

    private void send(Notice notice, Address address, Exchange exchange) throws IOException {
        Duration left = left(notice);
        if (left.compareTo(LEAST) < 0) {
            throw new RefusedNoticeException(notice + ": " + address + ": no success within mirror.report.deadline");
        }
        Sending.Answer answer;
        try {
            answer =
                    Sending.send(call(notice, address, exchange.getMessage().getBody(String.class)), route.get(), left);
        } catch (IOException e) {
            throw new IOException(notice + ": " + address + ": " + hidden(HttpFailure.words(e), address.target()));
        }
        int status = answer.status();
        if (status / 100 == 2) {
            LOG.debug("{}: {} answers {}", notice, address, status);
            return;
        }
        String said = notice + ": " + address + " answers " + status;
        if (status / 100 == 3) {
            throw new RefusedNoticeException(
                    said + ", a redirect, which is not followed; set the URL that it leads to");
        }
        if (status / 100 == 4 && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS) {
            throw new RefusedNoticeException(said + "; check its URL" + (status == 401 ? " and secret" : ""));
        }
        answer.pause().filter(pause -> !pause.isNegative()).ifPresent(pause -> pause(said, pause, notice, exchange));
        throw new IOException(said);
    }

    /** One that is short keeps no secret, and may be part of any word. */
    private static String hidden(String reason, String target) {
        return target.length() > 1 ? reason.replace(target, "/...") : reason;
    }

    private void pause(String said, Duration asked, Notice notice, Exchange exchange) {
        if (asked.compareTo(left(notice)) >= 0) {
            throw new RefusedNoticeException(said + " and asks for " + asked.toSeconds() + " s of patience, more than"
                    + " mirror.report.deadline leaves");
        }
        Duration pause = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
        exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, pause.toMillis());
    }

    private Duration left(Notice notice) {
        return most.minusNanos(notice.elapsedNanos());
    }

    private static HttpCall call(Notice notice, Address address, String body) {
        if (body == null) {
            return new HttpCall("GET", address.endpoint(), address.target());
        }
        byte[] bytes = body.getBytes(UTF_8);
        HttpCall call = new HttpCall("POST", address.endpoint(), address.target())
                .header("Content-Type", "application/json; charset=UTF-8")
                .body(new HttpBody(new ByteArrayInputStream(bytes), bytes.length));
        String secret = notice.setting(NoticeProperty.SECRET);
        if (!secret.isEmpty()) {
            long now = Instant.now().getEpochSecond();
            call.header("webhook-id", notice.id())
                    .header("webhook-timestamp", String.valueOf(now))
                    .header("webhook-signature", Signature.of(secret, notice.id(), now, body));
        }
        return call;
    }
}
