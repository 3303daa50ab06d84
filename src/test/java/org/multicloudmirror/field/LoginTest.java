package org.multicloudmirror.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Quirk;
import org.multicloudmirror.cloud.Reply;
import org.multicloudmirror.cloud.quirk.Refuses;

/** Services that say 401 for more than one reason. */
class LoginTest extends FieldTest {

    @Test
    void whatIsNotAllowedCostsOneMoreLogin() {
        for (int i = 0; i < 15; i++) {
            cloud.s3().put("src", "k" + i, "x");
        }
        cloud.switchOn(new Refuses(
                call -> !call.isS3() && call.isObject() && call.is("PUT"),
                Reply.text(401, "text/html", "<html><h1>Unauthorized</h1></html>")));

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isEqualTo(3);
        assertThat(result.keys("failed")).hasSize(15);
        assertThat(logins()).isLessThanOrEqualTo(3);
    }

    @Test
    void aLoginThatIsRefusedOnceIsTriedAgain() {
        for (int i = 0; i < 15; i++) {
            cloud.s3().put("src", "k" + i, "x");
        }
        AtomicInteger puts = new AtomicInteger();
        AtomicInteger logins = new AtomicInteger();
        cloud.switchOn(new Quirk() {
            @Override
            public Optional<Reply> instead(Call call) {
                boolean isExpired = !call.isS3() && call.isObject() && call.is("PUT") && puts.incrementAndGet() == 4;
                boolean isRefused = isLogin(call) && logins.incrementAndGet() == 2;
                return isExpired || isRefused
                        ? Optional.of(Reply.text(401, "text/html", "<html><h1>Unauthorized</h1></html>"))
                        : Optional.empty();
            }
        });

        // workers that were refused together hear of it for a tenth of a second
        run.with("mirror.retry.delay", "50");

        FieldResult result = mirror(Way.TO_SWIFT);

        assertThat(result.exit()).as(result.told()).isZero();
        assertThat(result.keys("copied")).hasSize(15);
    }

    private long logins() {
        return cloud.requests().which(request -> isLogin(request.call())).count();
    }

    private static boolean isLogin(Call call) {
        return call.path().startsWith("/auth/");
    }
}
