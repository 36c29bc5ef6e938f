<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('admin-accounts.accounts')}" wrong="${not empty view.problem()}" here="admin">
<t:admin here="accounts"/>
<h1><fmt:message key="admin-accounts.accounts"/></h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="${lang.say('admin-accounts.nothing-was-changed')}"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<ul class="rows"><c:forEach var="row" items="${view.rows()}" varStatus="at">
<li class="card">
<div class="head"><h2><c:out value="${row.name()}"/></h2><span class="badge"><c:set var="role" value="${lang.say('role.'.concat(row.role()))}"/><c:choose><c:when test="${row.self()}"><t:say key="admin-accounts.you" a="${role}"/></c:when><c:otherwise><c:out value="${role}"/></c:otherwise></c:choose></span></div>
<p class="hint"><t:say key="admin-accounts.made-password-set"><jsp:attribute name="x"><t:moment moment="${row.created()}"/></jsp:attribute><jsp:attribute name="y"><t:moment moment="${row.passwordAt()}"/></jsp:attribute></t:say></p>
<details><summary><fmt:message key="admin-accounts.change"/></summary>
<div class="parts">
<form method="post" action="<c:url value="/admin/accounts"/>"><t:csrf/><input type="hidden" name="act" value="role"><input type="hidden" name="name" value="${fn:escapeXml(row.name())}">
<div class="field"><label for="role${fn:escapeXml(at.index)}"><fmt:message key="admin-accounts.role"/></label><t:role id="role${at.index}" chosen="${row.role()}"/></div>
<p class="act"><button class="plain" type="submit"><fmt:message key="admin-accounts.change-the-role"/></button></p></form>
<form method="post" action="<c:url value="/admin/accounts"/>"><t:csrf/><input type="hidden" name="act" value="password"><input type="hidden" name="name" value="${fn:escapeXml(row.name())}">
<div class="field"><label for="password${fn:escapeXml(at.index)}"><fmt:message key="admin-accounts.new-password"/></label><input id="password${fn:escapeXml(at.index)}" name="password" type="password" autocomplete="new-password" required></div>
<p class="act"><button class="plain" type="submit"><fmt:message key="admin-accounts.set-the-password"/></button></p></form>
<form method="post" action="<c:url value="/admin/accounts"/>"><t:csrf/><input type="hidden" name="act" value="remove"><input type="hidden" name="name" value="${fn:escapeXml(row.name())}">
<p><label class="tick"><input type="checkbox" name="sure" value="yes" required> <fmt:message key="admin-accounts.yes-remove-it-for"/></label></p>
<p class="act"><button class="plain bad" type="submit"><fmt:message key="admin-accounts.remove"/></button></p></form>
</div>
</details>
</li>
</c:forEach></ul>
<form class="card" method="post" action="<c:url value="/admin/accounts"/>"><h2><fmt:message key="admin-accounts.a-new-account"/></h2>
<t:csrf/><input type="hidden" name="act" value="create">
<div class="fields">
<div class="field"><label for="name"><fmt:message key="admin-accounts.name"/></label><input id="name" name="name" type="text" value="${fn:escapeXml(view.typed())}" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
<div class="field"><label for="role"><fmt:message key="admin-accounts.role"/></label><t:role id="role" chosen="reader"/><p class="hint"><fmt:message key="admin-accounts.a-reader-may-do"/></p></div>
<div class="field"><label for="password"><fmt:message key="admin-accounts.password"/></label><input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint" required><p class="hint" id="password-hint"><fmt:message key="admin-accounts.12-to-200-characters"/></p></div>
</div>
<p class="act"><button type="submit"><fmt:message key="admin-accounts.make-the-account"/></button></p>
</form>
</t:page>
