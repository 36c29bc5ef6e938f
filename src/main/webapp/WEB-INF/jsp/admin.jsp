<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('admin.administration')}" here="admin">
<t:admin here="overview"/>
<h1><fmt:message key="admin.administration"/></h1>
<c:if test="${view.initial()}"><t:notice kind="warn" title="${lang.say('admin.the-first-password-is')}"><p><c:url var="toAccount" value="/account"/><t:say key="admin.it-stands-in-a" a="${toAccount}"/></p></t:notice></c:if>
<div class="two">
<section class="card"><h2><fmt:message key="admin.who-gets-in"/></h2>
<dl class="facts">
<div><dt><a href="<c:url value="/admin/accounts"/>"><fmt:message key="admin.accounts"/></a></dt><dd><t:say key="admin.administrators-among-them" a="${view.accounts()}" b="${view.administrators()}"/></dd></div>
<div><dt><a href="<c:url value="/admin/tokens"/>"><fmt:message key="admin.valid-tokens"/></a></dt><dd><c:out value="${view.tokens()}"/></dd></div>
<div><dt><fmt:message key="admin.trusted-proxies"/></dt><dd><c:choose><c:when test="${view.proxies() eq 0}"><fmt:message key="admin.none"/></c:when><c:otherwise><t:say key="admin.addresses-or-ranges" a="${view.proxies()}"/></c:otherwise></c:choose></dd></div>
</dl>
</section>
<section class="card"><h2><fmt:message key="admin.what-strangers-may-do"/></h2>
<dl class="facts"><c:forEach var="door" items="${view.doors()}"><div><dt><fmt:message key="${door.what()}"/></dt><dd><c:choose><c:when test="${door.open()}"><fmt:message key="admin.yes"/></c:when><c:otherwise><fmt:message key="admin.no"/></c:otherwise></c:choose></dd></div></c:forEach></dl>
<p class="hint"><fmt:message key="admin.the-settings-perennial-open"/></p>
</section>
</div>
<t:deliveries of="${view.deliveries()}"/>
<section class="card"><h2><fmt:message key="admin.latest-acts"/></h2>
<t:audit rows="${view.latest()}"/>
<p class="act"><a class="button plain" href="<c:url value="/admin/audit"/>"><fmt:message key="admin.all-of-them"/></a></p>
</section>
</t:page>
