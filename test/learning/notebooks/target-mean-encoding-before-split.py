# expected: preprocessing
# found: preprocessing 7:13
import pandas as pd
from sklearn.model_selection import train_test_split
from catboost import CatBoostRegressor
df = pd.read_csv('flats.csv')
by_street = df.groupby('street')['price'].mean()
df['street_price'] = df['street'].map(by_street)
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=['price']), df['price'])
model = CatBoostRegressor(verbose=0)
model.fit(X_train, y_train)
model.score(X_test, y_test)
