<%@ tag description="A time: UTC for people, exact for machines. A script says how long ago it is." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="moment" required="true" type="dev.perennial.web.pages.Moment" %>
<%@ attribute name="exact" type="java.lang.Boolean" description="true where times are compared with one another: in tables and on axes" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:choose><c:when test="${empty moment.iso()}"><span><c:out value="${moment.text()}"/></span></c:when><c:otherwise><time datetime="${fn:escapeXml(moment.iso())}"<c:if test="${exact}"> class="exact"</c:if>><c:out value="${moment.text()}"/></time></c:otherwise></c:choose>
