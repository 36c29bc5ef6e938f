<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${empty view.problem() ? 'Your account' : 'Error: Your account'}" here="account">
<h1>Your account</h1>
<c:if test="${not empty view.problem()}"><t:notice kind="bad" title="The password was not changed"><p><c:out value="${view.problem()}"/></p></t:notice></c:if>
<c:if test="${view.changed()}"><t:notice kind="good" title="The password is changed"><p>Your other sessions have ended.</p></t:notice></c:if>
<section class="card"><h2>You are</h2>
<dl class="facts"><div><dt>Name</dt><dd><c:out value="${view.name()}"/></dd></div><div><dt>Role</dt><dd><c:out value="${view.role()}"/></dd></div></dl>
</section>
<c:if test="${view.session()}">
<form class="card narrow" method="post" action="<c:url value="/account"/>"><h2>Change the password</h2>
<t:csrf/><input type="hidden" name="username" value="${fn:escapeXml(view.name())}" autocomplete="username">
<div class="fields one">
<div class="field"><label for="password">Current password</label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
<div class="field"><label for="new">New password</label><input id="new" name="new" type="password" autocomplete="new-password" aria-describedby="new-hint" required><p class="hint" id="new-hint">12 to 200 characters; a few words with blanks between them are fine.</p></div>
<div class="field"><label for="again">New password again</label><input id="again" name="again" type="password" autocomplete="new-password" required></div>
</div>
<p class="act"><button type="submit">Change the password</button></p>
</form>
</c:if>
</t:page>
