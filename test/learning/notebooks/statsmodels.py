# expected: preprocessing
# found: preprocessing 8:24
import pandas as pd
import statsmodels.api as sm
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
df = pd.read_csv('cars.csv')
df[['hp', 'weight']] = StandardScaler().fit_transform(df[['hp', 'weight']])
X_train, X_test, y_train, y_test = train_test_split(sm.add_constant(df[['hp', 'weight']]), df['mpg'])
result = sm.OLS(y_train, X_train).fit()
print(result.summary())
y_pred = result.predict(X_test)
