package org.multicloudmirror.delivery;

/** Is told what became of reports on their ways to those who read them, by many threads. */
public interface DeliveryObserver {

    /**
     * A route will deliver some.
     *
     * @param route its id
     */
    void watched(String route);

    /**
     * One has arrived.
     *
     * @param route the id of the route that delivers, or the hook's URI
     */
    void delivered(String route);

    /** One could not be delivered. */
    void failed(String route);

    /** One has arrived, or could not be delivered. */
    default void ended(String route, boolean hasArrived) {
        if (hasArrived) {
            delivered(route);
        } else {
            failed(route);
        }
    }
}
