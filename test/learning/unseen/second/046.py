# expected: clean
# found: clean
# %%
import tensorflow as tf
import numpy as np
from tensorflow.keras.applications.resnet50 import ResNet50, preprocess_input, decode_predictions
from tensorflow.keras.preprocessing import image
import matplotlib.pyplot as plt
import glob, os
import pandas as pd

# %%
model = ResNet50(weights='imagenet')
model.summary()

# %%
def load(path):
    img = image.load_img(path, target_size=(224, 224))
    x = image.img_to_array(img)
    return preprocess_input(x)

files = sorted(glob.glob('my_photos/*.jpg'))
X = np.stack([load(f) for f in files])
X.shape

# %%
preds = model.predict(X, batch_size=16)
for f, p in zip(files, decode_predictions(preds, top=3)):
    print(os.path.basename(f), [(lab, round(float(s), 3)) for _, lab, s in p])

# %%
# feature vectors for similarity search
fe = tf.keras.Model(model.input, model.get_layer('avg_pool').output)
V = fe.predict(X)
V = V / np.linalg.norm(V, axis=1, keepdims=True)
S = V @ V.T
q = 0
nn = S[q].argsort()[::-1][:6]

# %%
plt.figure(figsize=(15, 3))
for i, j in enumerate(nn):
    plt.subplot(1, 6, i + 1)
    plt.imshow(image.load_img(files[j]))
    plt.title('%.2f' % S[q, j]); plt.axis('off')

# %%
pd.DataFrame(S, index=files, columns=files).to_csv('sim.csv')
