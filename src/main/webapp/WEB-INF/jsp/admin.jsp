<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Administration" here="admin">
<t:admin here="overview"/>
<h1>Administration</h1>
<c:if test="${view.initial()}"><t:notice kind="warn" title="The first password is still in force"><p>It stands in a file, <code>secrets/initial-admin-password</code>. <a href="<c:url value="/account"/>">Change it</a> and remove the file.</p></t:notice></c:if>
<div class="two">
<section class="card"><h2>Who gets in</h2>
<dl class="facts">
<div><dt><a href="<c:url value="/admin/accounts"/>">Accounts</a></dt><dd><c:out value="${view.accounts()}"/>, administrators among them: <c:out value="${view.administrators()}"/></dd></div>
<div><dt><a href="<c:url value="/admin/tokens"/>">Valid tokens</a></dt><dd><c:out value="${view.tokens()}"/></dd></div>
<div><dt>Trusted proxies</dt><dd><c:choose><c:when test="${view.proxies() eq 0}">none</c:when><c:otherwise><c:out value="${view.proxies()}"/> addresses or ranges</c:otherwise></c:choose></dd></div>
</dl>
</section>
<section class="card"><h2>What strangers may do</h2>
<dl class="facts"><c:forEach var="door" items="${view.doors()}"><div><dt><c:out value="${door.what()}"/></dt><dd><c:choose><c:when test="${door.open()}">yes</c:when><c:otherwise>no</c:otherwise></c:choose></dd></div></c:forEach></dl>
<p class="hint">The settings perennial.open.* say so, read at start.</p>
</section>
</div>
<section class="card"><h2>Latest acts</h2>
<t:audit rows="${view.latest()}"/>
<p class="act"><a class="button plain" href="<c:url value="/admin/audit"/>">All of them</a></p>
</section>
</t:page>
