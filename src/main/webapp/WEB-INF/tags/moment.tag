<%@ tag description="A time: UTC for people, exact for machines." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="moment" required="true" type="dev.perennial.web.pages.Moment" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:choose><c:when test="${empty moment.iso()}"><span><c:out value="${moment.text()}"/></span></c:when><c:otherwise><time datetime="${fn:escapeXml(moment.iso())}"><c:out value="${moment.text()}"/></time></c:otherwise></c:choose>
