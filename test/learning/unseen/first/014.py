# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.cluster import KMeans, AgglomerativeClustering, DBSCAN
from sklearn.preprocessing import StandardScaler
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
import scipy.cluster.hierarchy as sch

# %%
df = pd.read_csv('Mall_Customers.csv', index_col='CustomerID')
df.head()

# %%
sns.pairplot(df, hue='Gender')

# %%
df['Gender'] = df['Gender'].map({'Male': 0, 'Female': 1})
X = df[['Gender', 'Age', 'Annual Income (k$)', 'Spending Score (1-100)']]
scaler = StandardScaler()
Xs = scaler.fit_transform(X)

# %%
wcss = []
sil = []
for k in range(2, 11):
    km = KMeans(n_clusters=k, init='k-means++', random_state=42)
    lab = km.fit_predict(Xs)
    wcss.append(km.inertia_)
    sil.append(silhouette_score(Xs, lab))
plt.plot(range(2, 11), wcss, marker='o')
plt.title('The Elbow Method')
plt.xlabel('Number of clusters')
plt.ylabel('WCSS')
plt.show()

# %%
plt.plot(range(2, 11), sil, marker='x')

# %%
pca = PCA(n_components=2)
comp = pca.fit_transform(Xs)
pca.explained_variance_ratio_

# %%
kmeans = KMeans(n_clusters=5, random_state=42)
df['cluster'] = kmeans.fit_predict(Xs)
plt.scatter(comp[:, 0], comp[:, 1], c=df['cluster'], cmap='tab10')
plt.show()

# %%
df.groupby('cluster').mean()

# %%
dendrogram = sch.dendrogram(sch.linkage(Xs, method='ward'))
plt.show()

# %%
hc = AgglomerativeClustering(n_clusters=5, affinity='euclidean', linkage='ward')
y_hc = hc.fit_predict(Xs)
db = DBSCAN(eps=.7, min_samples=4).fit(Xs)
print('ward', silhouette_score(Xs, y_hc))
print('noise points', (db.labels_ == -1).sum())
