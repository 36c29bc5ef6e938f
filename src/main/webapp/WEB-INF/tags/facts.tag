<%@ tag description="Figures with their names and what they mean." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="facts" required="true" type="java.util.List" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<dl class="figures"><c:forEach var="fact" items="${facts}"><div><dt><c:out value="${fact.name()}"/></dt><dd><b><t:value fact="${fact}"/></b><c:if test="${not empty fact.note()}">&#32;<span class="unit"><c:out value="${fact.note()}"/></span></c:if></dd></div></c:forEach></dl>
