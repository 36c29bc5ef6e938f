<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${empty view.problem() ? 'Tokens' : 'Error: Tokens'}" here="admin">
<t:admin here="tokens"/>
<h1>Tokens for programs</h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="Nothing was changed"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<c:if test="${view.revoked()}"><t:notice kind="good" title="The token is revoked"><p>Whoever uses it gets 401 from now on.</p></t:notice></c:if>
<c:if test="${not empty view.made()}"><t:notice kind="good" title="Copy the token now: it is not shown again"><p><code class="id"><c:out value="${view.made()}"/></code></p><p>A program sends it in the header <code>Authorization: Bearer TOKEN</code>.</p></t:notice></c:if>
<c:if test="${not empty view.rows()}">
<section class="card">
<table class="stack"><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Made</th><th scope="col">Last used</th><th scope="col">State</th><th scope="col"><span class="hidden">Act</span></th></tr></thead>
<tbody><c:forEach var="row" items="${view.rows()}"><tr>
<th scope="row"><c:out value="${row.name()}"/></th>
<td data-label="Role"><c:out value="${row.role()}"/></td>
<td data-label="Made"><span><t:moment moment="${row.created()}"/> by <c:out value="${row.by()}"/></span></td>
<td data-label="Last used"><t:moment moment="${row.used()}"/></td>
<td data-label="State"><span><c:out value="${row.state()}"/><c:if test="${not empty row.until()}"><c:out value="${row.state() eq 'valid' ? ' until ' : ' since '}"/><c:out value="${row.until()}"/></c:if></span></td>
<td><c:if test="${row.state() ne 'revoked'}"><form method="post" action="<c:url value="/admin/tokens"/>"><t:csrf/><input type="hidden" name="act" value="revoke"><input type="hidden" name="id" value="${fn:escapeXml(row.id())}"><button class="plain bad" type="submit" aria-label="Revoke ${fn:escapeXml(row.name())}">Revoke</button></form></c:if></td>
</tr></c:forEach></tbody></table>
</section>
</c:if>
<form class="card" method="post" action="<c:url value="/admin/tokens"/>"><h2>A new token</h2>
<t:csrf/><input type="hidden" name="act" value="create">
<div class="fields">
<div class="field"><label for="name">Name</label><input id="name" name="name" type="text" value="${fn:escapeXml(view.typed())}" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="name-hint" required><p class="hint" id="name-hint">Of the program that will use it. A name is used once.</p></div>
<div class="field"><label for="role">Role</label><t:role id="role" chosen="reader"/><p class="hint">A reader may do what strangers may, also where that is closed to them; an administrator everything.</p></div>
<div class="field"><label for="days">Valid for<span class="unit"> in days</span></label><input id="days" name="days" type="text" inputmode="numeric" autocomplete="off" aria-describedby="days-hint"><p class="hint" id="days-hint">Empty: until it is revoked.</p></div>
</div>
<p class="act"><button type="submit">Make the token</button></p>
</form>
</t:page>
