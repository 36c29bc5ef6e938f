<%@ tag description="One figure, with what it is to be compared with." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="tile" required="true" type="dev.perennial.web.pages.MonitorView.Tile" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<div class="tile <c:out value="${tile.kind()}"/>"><dt><c:out value="${tile.name()}"/></dt><dd class="value"><c:out value="${tile.value()}"/></dd><dd class="note"><c:out value="${tile.note()}"/></dd></div>
