package org.multicloudmirror.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multicloudmirror.bench.server.Listing.Query;

class ListingTest {

    private final Bucket flat = new Bucket(DataSet.of(KeyShape.FLAT, 5, 10, DataSet.NONE, 3));
    private final Bucket nested = new Bucket(DataSet.of(KeyShape.NESTED, 45_000, 10, DataSet.NONE, DataSet.NONE));

    @Test
    void leavesOutWhatIsMissing() {
        assertThat(keys(flat, new Query("", "", "", "", 10)))
                .containsExactly(
                        "object-0000000000.bin",
                        "object-0000000001.bin",
                        "object-0000000002.bin",
                        "object-0000000004.bin");
    }

    @Test
    void beginsBehindAKeyAndEndsBeforeAnother() {
        assertThat(keys(flat, new Query("", "object-0000000000.bin", "object-0000000002.bin", "", 10)))
                .containsExactly("object-0000000001.bin");
    }

    @Test
    void isTruncatedOnlyWhenSomethingFollows() {
        assertThat(Listing.of(flat, new Query("", "", "", "", 3)).isTruncated()).isTrue();
        assertThat(Listing.of(flat, new Query("", "", "", "", 4)).isTruncated()).isFalse();
    }

    @Test
    void showsWhatWasWrittenInItsPlaceAndOverWhatWasThere() {
        StoredObject other = StoredObject.plain(1, StoredObject.NO_VARIANT, "tag", Instant.EPOCH, "");
        flat.put("object-0000000001.bin", other);
        flat.put("object-0000000001.bix", other);

        List<Listed> lines =
                Listing.of(flat, new Query("object-0000000001", "", "", "", 10)).lines();

        assertThat(lines)
                .containsExactly(
                        new Listed("object-0000000001.bin", other), new Listed("object-0000000001.bix", other));
        flat.forgetWritten();
        assertThat(keys(flat, new Query("object-0000000001", "", "", "", 10))).containsExactly("object-0000000001.bin");
    }

    @Test
    void foldsFoldersAndGoesOnBehindOne() {
        assertThat(keys(nested, new Query("", "", "", "/", 10))).containsExactly("year-00000/", "year-00001/");
        assertThat(keys(nested, new Query("", "year-00000/", "", "/", 10))).containsExactly("year-00001/");
        assertThat(keys(nested, new Query("year-00001/", "", "", "/", 10)))
                .containsExactly(
                        "year-00001/week-00/",
                        "year-00001/week-01/",
                        "year-00001/week-02/",
                        "year-00001/week-03/",
                        "year-00001/week-04/");
    }

    @Test
    void isInOrderAcrossFolders() {
        List<String> keys = keys(nested, new Query("", "", "", "", 45_000));

        assertThat(keys).hasSize(45_000).isSorted().doesNotHaveDuplicates();
    }

    private static List<String> keys(Bucket bucket, Query query) {
        List<String> keys = new ArrayList<>();
        Listing.of(bucket, query).lines().forEach(line -> keys.add(line.key()));
        return keys;
    }
}
