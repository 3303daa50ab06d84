package org.multicloudmirror.storage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** How a service makes the tag of an object from the MD5s of its parts. */
public enum AssembledTag {
    /** The MD5 of the parts' MD5s in binary, a dash and their number (S3 user guide, "Checking object integrity"). */
    MULTIPART {
        @Override
        public ETag of(List<ETag> parts) {
            ByteArrayOutputStream digests = new ByteArrayOutputStream();
            parts.forEach(part -> digests.writeBytes(HexFormat.of().parseHex(part.value())));
            return ETag.opaque(Md5.of(digests.toByteArray()) + "-" + parts.size());
        }
    },
    /** The MD5 of the segments' MD5s in hexadecimal digits (Swift, "Static large objects"). */
    MANIFEST {
        @Override
        public ETag of(List<ETag> parts) {
            StringBuilder digests = new StringBuilder();
            parts.forEach(part -> digests.append(part.value()));
            return ETag.opaque(Md5.of(digests.toString().getBytes(StandardCharsets.US_ASCII))
                    .value());
        }
    };

    /**
     * The tag of the whole.
     *
     * @param parts the MD5s of all parts, in their order
     */
    public abstract ETag of(List<ETag> parts);
}
