package org.multicloudmirror.it.contract;

import java.util.Map;
import org.multicloudmirror.it.servers.CephDoors;

/** Ceph's Swift door. */
class CephSwiftStoreIT extends CephContract {

    @Override
    Map<String, String> properties(CephDoors doors) {
        return doors.swift();
    }

    @Override
    String secret() {
        return "credential";
    }

    @Override
    public String remedy() {
        return "check mirror.stores.%1$s.identity and .credential".formatted(OpenStore.NAME);
    }

    @Override
    public Map<Gap, String> gaps() {
        return Map.of(
                Gap.VERSION_OF_A_COPY, "its copies take no notice of If-Match",
                Gap.RANGE_OF_A_COPY, "its copies take no notice of Range",
                Gap.LEASES, "its PUT takes no notice of If-None-Match",
                Gap.HEADERS_TAKEN_AWAY, "its POST keeps the content headers that are not named");
    }
}
