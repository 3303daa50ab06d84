package org.multicloudmirror.app.routes;

/** Two routes have one id. */
final class DuplicateRouteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String id;

    /**
     * @param other where the other one is
     */
    DuplicateRouteException(String id, String other) {
        super(other + " has a route of this id");
        this.id = id;
    }

    String id() {
        return id;
    }
}
