<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('admin-tokens.tokens')}" wrong="${not empty view.problem()}" here="admin">
<t:admin here="tokens"/>
<h1><fmt:message key="admin-tokens.tokens-for-programs"/></h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="${lang.say('admin-tokens.nothing-was-changed')}"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<c:if test="${not empty view.made()}"><t:notice kind="good" title="${lang.say('admin-tokens.copy-the-token-now')}"><p><code class="id"><c:out value="${view.made()}"/></code></p><p><fmt:message key="admin-tokens.a-program-sends-it"/></p></t:notice></c:if>
<c:if test="${not empty view.rows()}">
<section class="card">
<table class="stack"><thead><tr><th scope="col"><fmt:message key="admin-tokens.name"/></th><th scope="col"><fmt:message key="admin-tokens.role"/></th><th scope="col"><fmt:message key="admin-tokens.made"/></th><th scope="col"><fmt:message key="admin-tokens.last-used"/></th><th scope="col"><fmt:message key="admin-tokens.state"/></th><th scope="col"><span class="hidden"><fmt:message key="admin-tokens.act"/></span></th></tr></thead>
<tbody><c:forEach var="row" items="${view.rows()}"><tr>
<th scope="row"><c:out value="${row.name()}"/></th>
<td data-label="<fmt:message key="admin-tokens.role"/>"><fmt:message key="role.${row.role()}"/></td>
<td data-label="<fmt:message key="admin-tokens.made"/>"><span><t:say key="admin-tokens.by" a="${row.by()}"><jsp:attribute name="x"><t:moment moment="${row.created()}"/></jsp:attribute></t:say></span></td>
<td data-label="<fmt:message key="admin-tokens.last-used"/>"><t:moment moment="${row.used()}"/></td>
<td data-label="<fmt:message key="admin-tokens.state"/>"><span><c:choose><c:when test="${row.state() eq 'revoked'}"><fmt:message key="admin-tokens.revoked"/></c:when><c:when test="${row.state() eq 'expired'}"><t:say key="admin-tokens.expired"><jsp:attribute name="x"><t:moment moment="${row.until().get()}"/></jsp:attribute></t:say></c:when><c:when test="${row.until().isEmpty()}"><fmt:message key="admin-tokens.valid"/></c:when><c:otherwise><t:say key="admin-tokens.valid-ends"><jsp:attribute name="x"><t:moment moment="${row.until().get()}"/></jsp:attribute></t:say></c:otherwise></c:choose></span></td>
<td><c:if test="${row.state() ne 'revoked'}"><form method="post" action="<c:url value="/admin/tokens"/>"><t:csrf/><input type="hidden" name="act" value="revoke"><input type="hidden" name="id" value="${fn:escapeXml(row.id())}"><button class="plain bad" type="submit" aria-label="<t:say key="admin-tokens.revoke" a="${row.name()}"/>"><fmt:message key="admin-tokens.revoke-2"/></button></form></c:if></td>
</tr></c:forEach></tbody></table>
</section>
</c:if>
<form class="card" method="post" action="<c:url value="/admin/tokens"/>"><h2><fmt:message key="admin-tokens.a-new-token"/></h2>
<t:csrf/><input type="hidden" name="act" value="create">
<div class="fields">
<div class="field"><label for="name"><fmt:message key="admin-tokens.name"/></label><input id="name" name="name" type="text" value="${fn:escapeXml(view.typed())}" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="name-hint" required><p class="hint" id="name-hint"><fmt:message key="admin-tokens.of-the-program-that"/></p></div>
<div class="field"><label for="role"><fmt:message key="admin-tokens.role"/></label><t:role id="role" chosen="reader"/><p class="hint"><fmt:message key="admin-tokens.a-reader-may-do"/></p></div>
<div class="field"><label for="days"><fmt:message key="admin-tokens.valid-for"/> <span class="unit"><fmt:message key="admin-tokens.in-days"/></span></label><input id="days" name="days" type="text" inputmode="numeric" autocomplete="off" aria-describedby="days-hint"><p class="hint" id="days-hint"><fmt:message key="admin-tokens.empty-until-it-is"/></p></div>
</div>
<p class="act"><button type="submit"><fmt:message key="admin-tokens.make-the-token"/></button></p>
</form>
</t:page>
