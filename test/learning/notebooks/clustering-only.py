# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.cluster import KMeans
df = pd.read_csv('mall.csv')
X = StandardScaler().fit_transform(df[['income', 'score']])
inertia = []
for k in range(1, 11):
    km = KMeans(n_clusters=k).fit(X)
    inertia.append(km.inertia_)
labels = KMeans(n_clusters=5).fit_predict(X)
df['cluster'] = labels
print(df.groupby('cluster').mean())
