/** What is listed, merged and decided, page by page. */
@NullMarked
package org.multicloudmirror.mirror.list;

import org.jspecify.annotations.NullMarked;
