# expected: preprocessing
# found: preprocessing 9:14
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('flats.csv')
km = KMeans(n_clusters=8)
df['zone'] = km.fit_predict(df[['lat', 'lon']])
X_train, X_test, y_train, y_test = train_test_split(df.drop('price', axis=1), df['price'])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
