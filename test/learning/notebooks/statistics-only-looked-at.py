# expected: clean
# found: clean
import pandas as pd
import seaborn as sns
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
df = pd.read_csv('flats.csv')
sns.heatmap(df.corr(), annot=True)
print(df.groupby('street')['price'].mean())
mean_price = df['price'].mean()
print('mean', mean_price)
X_train, X_test, y_train, y_test = train_test_split(df[['area', 'rooms']], df['price'])
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test))
