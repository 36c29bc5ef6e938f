<%@ tag description="From an alarm to what it is about." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="ways" required="true" type="java.util.List" %>
<%@ attribute name="path" required="true" description="of the model's page" %>
<%@ attribute name="window" description="what is looked at" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<c:url var="here" value="${path}"/>
<c:if test="${not empty ways}"><p class="ways"><fmt:message key="ways.look-at"/>&#32;<c:forEach var="way" items="${ways}"><a href="${fn:escapeXml(here)}?window=${fn:escapeXml(empty window ? '1h' : window)}<c:if test="${not empty way.feature()}">&amp;feature=${fn:escapeXml(way.feature())}</c:if>#${fn:escapeXml(way.part())}"><c:out value="${way.text()}"/></a> </c:forEach></p></c:if>
