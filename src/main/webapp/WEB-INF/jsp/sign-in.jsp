<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${empty view.problem() ? 'Sign in' : 'Error: Sign in'}" here="sign-in">
<h1>Sign in</h1>
<c:if test="${not empty view.problem()}">
<t:notice kind="bad" title="You are not signed in"><p><c:out value="${view.problem()}"/></p></t:notice>
</c:if>
<c:if test="${view.initial()}">
<t:notice kind="warn" title="The first time"><p>The account is <strong>admin</strong>. Its password is in the file <code>secrets/initial-admin-password</code> in Perennial's home folder, on the machine that it runs on. Change it once you are in.</p></t:notice>
</c:if>
<form class="card narrow" method="post" action="<c:url value="/sign-in"/>">
<t:csrf/><input type="hidden" name="next" value="${fn:escapeXml(view.next())}">
<div class="fields one">
<div class="field"><label for="name">Account</label><input id="name" name="name" type="text" value="${fn:escapeXml(view.name())}" autocomplete="username" autocapitalize="none" spellcheck="false" required></div>
<div class="field"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
</div>
<p class="act"><button type="submit">Sign in</button></p>
</form>
</t:page>
