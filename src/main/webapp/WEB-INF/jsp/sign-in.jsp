<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('sign-in.sign-in')}" wrong="${not empty view.problem()}" here="sign-in">
<h1><fmt:message key="sign-in.sign-in"/></h1>
<c:if test="${not empty view.problem()}">
<t:notice kind="bad" title="${lang.say('sign-in.you-are-not-signed')}"><p><c:out value="${view.problem()}"/></p></t:notice>
</c:if>
<c:if test="${view.initial()}">
<t:notice kind="warn" title="${lang.say('sign-in.the-first-time')}"><p><fmt:message key="sign-in.the-account-is-admin"/></p></t:notice>
</c:if>
<form class="card narrow" method="post" action="<c:url value="/sign-in"/>">
<t:csrf/><input type="hidden" name="next" value="${fn:escapeXml(view.next())}">
<div class="fields one">
<div class="field"><label for="name"><fmt:message key="sign-in.account"/></label><input id="name" name="name" type="text" value="${fn:escapeXml(view.name())}" autocomplete="username" autocapitalize="none" spellcheck="false" required></div>
<div class="field"><label for="password"><fmt:message key="sign-in.password"/></label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
</div>
<p class="act"><button type="submit"><fmt:message key="sign-in.sign-in"/></button></p>
</form>
</t:page>
