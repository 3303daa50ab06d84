package org.multicloudmirror.cloud.quirk;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import org.multicloudmirror.cloud.Call;
import org.multicloudmirror.cloud.Percent;
import org.multicloudmirror.cloud.Protocol;
import org.multicloudmirror.cloud.Quirk;

/**
 * A proxy before one of the services that makes another path of a request's.
 *
 * @param service before which it stands
 * @param change of the path, which is percent-encoded
 */
public record ChangesPaths(Protocol service, UnaryOperator<String> change) implements Quirk {

    /** One that takes several slashes for one. */
    public static ChangesPaths merging(Protocol service) {
        return new ChangesPaths(service, path -> path.replaceAll("/+", "/"));
    }

    /** One that composes characters. */
    public static ChangesPaths composing(Protocol service) {
        return new ChangesPaths(
                service, path -> Percent.path(Normalizer.normalize(Percent.decode(path), Normalizer.Form.NFC)));
    }

    /** One that decodes once more than it should. */
    public static ChangesPaths decoding(Protocol service) {
        return new ChangesPaths(service, path -> path.replaceAll("%25(?=\\p{XDigit}{2})", "%"));
    }

    @Override
    public Call seen(Call call) {
        String path = change.apply(call.path());
        return call.service().protocol() == service && !path.equals(call.path()) ? call.at(path) : call;
    }
}
