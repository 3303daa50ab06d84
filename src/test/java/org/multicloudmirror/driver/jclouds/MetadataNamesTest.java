package org.multicloudmirror.driver.jclouds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataNamesTest {

    @Test
    void leavesTokensAsTheyAre() {
        Map<String, String> user = Map.of("mirror-source-etag", "1", "under_scored", "2");

        assertThat(MetadataNames.of("b2").toSend(user)).isEqualTo(user);
        assertThat(MetadataNames.of("b2").received(user)).isEqualTo(user);
    }

    @Test
    void writesNoDashAtAzure() {
        assertThat(MetadataNames.of("azureblob").toSend(Map.of("mirror-source-etag", "1")))
                .isEqualTo(Map.of("mirror_source_etag", "1"));
        assertThat(MetadataNames.of("azureblob").received(Map.of("Mirror_Source_Etag", "1")))
                .isEqualTo(Map.of("mirror-source-etag", "1"));
    }
}
