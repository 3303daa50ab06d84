/** The one interface of every store, its values and its errors. Pure: no Camel, no SDK. */
@NullMarked
package org.multicloudmirror.storage;

import org.jspecify.annotations.NullMarked;
