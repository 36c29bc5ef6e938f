<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('account.your-account')}" wrong="${not empty view.problem()}" here="account">
<h1><fmt:message key="account.your-account"/></h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="${lang.say('account.the-password-was-not')}"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<section class="card"><h2><fmt:message key="account.you-are"/></h2>
<dl class="facts"><div><dt><fmt:message key="account.name"/></dt><dd><c:out value="${view.name()}"/></dd></div><div><dt><fmt:message key="account.role"/></dt><dd><fmt:message key="role.${view.role()}"/></dd></div></dl>
</section>
<c:if test="${view.session()}">
<form class="card narrow" method="post" action="<c:url value="/account"/>"><h2><fmt:message key="account.change-the-password"/></h2>
<t:csrf/><input type="hidden" name="username" value="${fn:escapeXml(view.name())}" autocomplete="username">
<div class="fields one">
<div class="field"><label for="password"><fmt:message key="account.current-password"/></label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
<div class="field"><label for="new"><fmt:message key="account.new-password"/></label><input id="new" name="new" type="password" autocomplete="new-password" aria-describedby="new-hint" required><p class="hint" id="new-hint"><fmt:message key="account.12-to-200-characters"/></p></div>
<div class="field"><label for="again"><fmt:message key="account.new-password-again"/></label><input id="again" name="again" type="password" autocomplete="new-password" required></div>
</div>
<p class="act"><button type="submit"><fmt:message key="account.change-the-password"/></button></p>
</form>
</c:if>
</t:page>
