<%@ tag description="Lets the challenger be one no more." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="version" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<form method="post" action="<c:url value="/models/${model}/withdraw"/>"><t:csrf/><input type="hidden" name="version" value="${fn:escapeXml(version)}"><p class="act"><button class="second" type="submit"><t:say key="versions.withdraw" a="${version}"/></button></p></form>
