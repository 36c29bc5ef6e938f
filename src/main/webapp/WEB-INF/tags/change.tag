<%@ tag description="Lets a version answer, or asks it in the shadow; either with a reason." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="model" required="true" %>
<%@ attribute name="version" required="true" %>
<%@ attribute name="shadow" required="true" type="java.lang.Boolean" description="whether it can be sent into the shadow: it is not there" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<form method="post" action="<c:url value="/models/${model}/promote"/>"><t:csrf/><input type="hidden" name="version" value="${fn:escapeXml(version)}">
<div class="fields one"><div class="field"><label for="why${fn:escapeXml(version)}"><t:say key="change.why-version-is-to" a="${version}"/><c:if test="${shadow}"><fmt:message key="change.or-to-be-asked"/></c:if></label><input id="why${fn:escapeXml(version)}" name="reason" type="text" maxlength="500" required></div></div>
<p class="act"><button type="submit"><t:say key="change.let-version-answer" a="${version}"/></button><c:if test="${shadow}">&#32;<button class="second" type="submit" formaction="<c:url value="/models/${model}/challenge"/>"><t:say key="change.ask-version-in-the" a="${version}"/></button></c:if></p>
<c:if test="${shadow}"><p class="unit"><fmt:message key="change.in-the-shadow-it"/></p></c:if>
</form>
