<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${empty view.problem() ? 'Accounts' : 'Error: Accounts'}" here="admin">
<t:admin here="accounts"/>
<h1>Accounts</h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="Nothing was changed"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<c:if test="${not empty view.done()}"><t:notice kind="good" title="Done"><p><c:out value="${view.done()}"/></p></t:notice></c:if>
<ul class="rows"><c:forEach var="row" items="${view.rows()}" varStatus="at">
<li class="card">
<div class="head"><h2><c:out value="${row.name()}"/></h2><span class="badge"><c:out value="${row.role()}"/><c:if test="${row.self()}">, you</c:if></span></div>
<p class="hint">Made <t:moment moment="${row.created()}"/>; password set <t:moment moment="${row.passwordAt()}"/></p>
<details><summary>Change</summary>
<div class="parts">
<form method="post" action="<c:url value="/admin/accounts"/>"><t:csrf/><input type="hidden" name="act" value="role"><input type="hidden" name="name" value="${fn:escapeXml(row.name())}">
<div class="field"><label for="role${fn:escapeXml(at.index)}">Role</label><t:role id="role${at.index}" chosen="${row.role()}"/></div>
<p class="act"><button class="plain" type="submit">Change the role</button></p></form>
<form method="post" action="<c:url value="/admin/accounts"/>"><t:csrf/><input type="hidden" name="act" value="password"><input type="hidden" name="name" value="${fn:escapeXml(row.name())}">
<div class="field"><label for="password${fn:escapeXml(at.index)}">New password</label><input id="password${fn:escapeXml(at.index)}" name="password" type="password" autocomplete="new-password" required></div>
<p class="act"><button class="plain" type="submit">Set the password</button></p></form>
<form method="post" action="<c:url value="/admin/accounts"/>"><t:csrf/><input type="hidden" name="act" value="remove"><input type="hidden" name="name" value="${fn:escapeXml(row.name())}">
<p><label class="tick"><input type="checkbox" name="sure" value="yes" required> Yes, remove it for good</label></p>
<p class="act"><button class="plain bad" type="submit">Remove</button></p></form>
</div>
</details>
</li>
</c:forEach></ul>
<form class="card" method="post" action="<c:url value="/admin/accounts"/>"><h2>A new account</h2>
<t:csrf/><input type="hidden" name="act" value="create">
<div class="fields">
<div class="field"><label for="name">Name</label><input id="name" name="name" type="text" value="${fn:escapeXml(view.typed())}" autocomplete="off" autocapitalize="none" spellcheck="false" required></div>
<div class="field"><label for="role">Role</label><t:role id="role" chosen="reader"/><p class="hint">A reader may do what strangers may, also where that is closed to them; an administrator everything.</p></div>
<div class="field"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint" required><p class="hint" id="password-hint">12 to 200 characters; its owner can change it.</p></div>
</div>
<p class="act"><button type="submit">Make the account</button></p>
</form>
</t:page>
