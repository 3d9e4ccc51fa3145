# expected: clean
# found: clean
import numpy as np
import librosa, glob
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
def extract(path):
    sound, rate = librosa.load(path)
    result = np.array([])
    mfccs = np.mean(librosa.feature.mfcc(y=sound, sr=rate).T, axis=0)
    result = np.hstack((result, mfccs))
    chroma = np.mean(librosa.feature.chroma_stft(y=sound, sr=rate).T, axis=0)
    return np.hstack((result, chroma))
X, y = [], []
for path in glob.glob('*.wav'):
    X.append(extract(path))
    y.append(path[0])
X_train, X_test, y_train, y_test = train_test_split(np.array(X), y, test_size=0.25, random_state=9)
model = MLPClassifier(max_iter=500)
model.fit(X_train, y_train)
y_pred = model.predict(X_test)
