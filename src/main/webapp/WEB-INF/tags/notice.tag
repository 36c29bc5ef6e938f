<%@ tag description="A message that must not be overlooked: kind is bad, warn or good." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="kind" required="true" %>
<%@ attribute name="title" required="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<section class="notice <c:out value="${kind}"/>" role="<c:out value="${kind eq 'bad' ? 'alert' : 'note'}"/>">
<h2><c:out value="${title}"/></h2>
<jsp:doBody/>
</section>
