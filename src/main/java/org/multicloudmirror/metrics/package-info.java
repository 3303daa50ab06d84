/** The figures of the service, as Prometheus asks for them. Figures are kept where they arise, and read at a scrape. */
@NullMarked
package org.multicloudmirror.metrics;

import org.jspecify.annotations.NullMarked;
